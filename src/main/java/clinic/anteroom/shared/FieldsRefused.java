package clinic.anteroom.shared;

import java.util.List;

/** A refusal with a sentence for each field that is to blame. Nothing was saved; the page keeps what was typed. */
public abstract class FieldsRefused extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldRefused> fields;

    /** @param fields each field to blame and why; never empty */
    protected FieldsRefused(List<FieldRefused> fields) {
        super("refusal.fields");
        this.fields = List.copyOf(fields);
    }

    /** Each field to blame, and why; never empty. */
    public List<FieldRefused> fields() {
        return fields;
    }

    /** Names the fields and never what was typed. */
    @Override
    public String getMessage() {
        return "Refused: " + fields.stream().map(refused -> refused.field() + " " + refused.key()).toList();
    }
}
