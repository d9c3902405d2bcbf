package clinic.anteroom.web.shell;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets a page write {@code #{flag.test}} for a record; Jakarta EE 10 pages know bean properties only. */
public class RecordELResolver extends ELResolver {

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        Optional<RecordComponent> component = component(base, property);
        if (component.isEmpty()) {
            return null;
        }
        try {
            context.setPropertyResolved(base, property);
            return component.get().getAccessor().invoke(base);
        } catch (ReflectiveOperationException e) {
            throw new ELException("The record " + base.getClass().getSimpleName() + " does not give its " + property
                    + ".\nMaybe the record is not public.", e);
        }
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        component(base, property).ifPresent(found -> context.setPropertyResolved(base, property));
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // Records do not change; another resolver reports the missing setter.
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        component(base, property).ifPresent(found -> context.setPropertyResolved(base, property));
        return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return String.class;
    }

    private static Optional<RecordComponent> component(Object base, Object property) {
        if (!(base instanceof Record) || property == null) {
            return Optional.empty();
        }
        return Stream.of(base.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(property.toString())).findFirst();
    }
}
