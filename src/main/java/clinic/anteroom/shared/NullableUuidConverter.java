package clinic.anteroom.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Lets a UUID column be null: EclipseLink 4 fails on reading a null UUID without it. */
@Converter
public class NullableUuidConverter implements AttributeConverter<UUID, Object> {

    @Override
    public Object convertToDatabaseColumn(UUID id) {
        return id;
    }

    @Override
    public UUID convertToEntityAttribute(Object stored) {
        return (UUID) stored;
    }
}
