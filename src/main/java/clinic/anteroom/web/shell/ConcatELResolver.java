package clinic.anteroom.web.shell;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;

/**
 * Puts two strings together where a page writes {@code 'key.'.concat(code)}. The platform's own resolver copies all methods of
 * {@link String} to find this one, and a page asks some hundred times.
 */
public class ConcatELResolver extends ELResolver {

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (!(base instanceof String) || !"concat".equals(method) || arguments == null || arguments.length != 1) {
            return null;
        }
        Object more = context.convertToType(arguments[0], String.class);
        context.setPropertyResolved(base, method);
        return more == null ? base : ((String) base).concat((String) more);
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // Nothing of a string can be set; another resolver says so.
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return false;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return base instanceof String ? String.class : null;
    }
}
