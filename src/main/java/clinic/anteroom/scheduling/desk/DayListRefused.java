package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import java.util.List;

/** What cannot be done with a list like this; nothing was. */
public class DayListRefused extends FieldsRefused {

    private static final long serialVersionUID = 1L;

    DayListRefused(List<FieldRefused> fields) {
        super(fields);
    }
}
