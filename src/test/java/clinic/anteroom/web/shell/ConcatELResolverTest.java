package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.Test;

/** The short way for keys of texts says what the long way says, and leaves everything else alone. */
class ConcatELResolverTest {

    private final ConcatELResolver resolver = new ConcatELResolver();

    @Test
    void aKeyIsPutTogetherFromWhateverTheCodeIs() {
        assertThat(said("test.", "concat", "MRI")).isEqualTo("test.MRI");
        assertThat(said("of ", "concat", 3)).isEqualTo("of 3");
        assertThat(said("sex.", "concat", (Object) null)).isEqualTo("sex.");
    }

    @Test
    void otherMethodsAndOtherThingsAreNotItsBusiness() {
        assertThat(said("a", "replace", "a")).isNull();
        assertThat(said(7, "concat", "a")).isNull();
        assertThat(resolver.invoke(new Plain(), "a", "concat", null, new Object[0])).isNull();
    }

    private Object said(Object base, String method, Object argument) {
        Plain context = new Plain();
        Object answer = resolver.invoke(context, base, method, null, new Object[] {argument});
        assertThat(context.isPropertyResolved()).isEqualTo(answer != null);
        return answer;
    }

    /** Turns things into text as expressions do. */
    private static final class Plain extends ELContext {
        @Override
        @SuppressWarnings("unchecked")
        public <T> T convertToType(Object object, Class<T> type) {
            return (T) (object == null ? "" : object.toString());
        }

        @Override
        public ELResolver getELResolver() {
            return null;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
            return null;
        }
    }
}
