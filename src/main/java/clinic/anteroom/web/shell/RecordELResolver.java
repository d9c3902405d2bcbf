package clinic.anteroom.web.shell;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets a page write {@code #{flag.test}} for a record; Jakarta EE 10 pages know bean properties only. */
public class RecordELResolver extends ELResolver {

    /** Each record is looked at once: a list asks thousands of times. */
    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).collect(Collectors.toUnmodifiableMap(RecordComponent::getName, RecordComponent::getAccessor));
        }
    };

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        Optional<Method> accessor = accessor(base, property);
        if (accessor.isEmpty()) {
            return null;
        }
        try {
            context.setPropertyResolved(base, property);
            return accessor.get().invoke(base);
        } catch (ReflectiveOperationException e) {
            throw new ELException("The record " + base.getClass().getSimpleName() + " does not give its " + property
                    + ".\nMaybe the record is not public.", e);
        }
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        accessor(base, property).ifPresent(found -> context.setPropertyResolved(base, property));
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // Records do not change; another resolver reports the missing setter.
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        accessor(base, property).ifPresent(found -> context.setPropertyResolved(base, property));
        return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return String.class;
    }

    private static Optional<Method> accessor(Object base, Object property) {
        return base instanceof Record && property != null ? Optional.ofNullable(ACCESSORS.get(base.getClass()).get(property.toString())) : Optional.empty();
    }
}
