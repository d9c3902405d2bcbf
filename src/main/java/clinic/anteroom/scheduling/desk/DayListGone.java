package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.NotFound;

/** No such list, or nobody like this on it. */
public class DayListGone extends NotFound {

    private static final long serialVersionUID = 1L;

    DayListGone() {
        super("refusal.list_gone");
    }
}
