package clinic.anteroom.startup;

import javax.sql.DataSource;

/** The rights the application's role gets at each start, for tests that migrate by hand. */
public final class SomeRights {

    private SomeRights() {
    }

    /** Gives them to this role. */
    public static void give(String role, DataSource owners) {
        LesserRole.called(role).on(owners);
    }
}
