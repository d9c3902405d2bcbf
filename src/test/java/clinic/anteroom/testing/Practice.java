package clinic.anteroom.testing;

import clinic.anteroom.access.Roles;
import clinic.anteroom.care.CareService;
import clinic.anteroom.care.CaseService;
import clinic.anteroom.care.Decision;
import clinic.anteroom.care.OpenCase;
import clinic.anteroom.care.Order;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.triage.FlaggedTest;
import clinic.anteroom.triage.RuleSetRegister;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** Doctors and their cases on the services of the clinic, without a server; the clock is moved by hand. */
public final class Practice {

    public final ServersDatabase database;
    public final SomeCases cases;
    private final Clock moved = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    };
    private final ByHand house = new ByHand(new ClinicTime(moved, ZoneId.of("America/Toronto")));
    private Duration ahead = Duration.ZERO;

    private static Practice practice;

    /** The one practice of all tests, because every rule document is read and checked when it opens; it is now, and Dr. Osei works. */
    public static synchronized Practice opened() throws SQLException {
        if (practice == null) {
            practice = new Practice();
        }
        practice.ahead = Duration.ZERO;
        return practice.as("dr.osei");
    }

    private Practice() throws SQLException {
        database = ServersDatabase.at(TestDatabase.dataSource().getConnection());
        cases = new SomeCases(database);
        house.transaction(() -> house.get(RuleSetRegister.class));
        for (String account : new String[] {"dr.osei", "dr.carvalho"}) {
            database.run("insert into staff_account (id, username, display_name, password_hash, role) values (gen_random_uuid(), ?, ?, 'none', 'DOCTOR') "
                    + "on conflict do nothing", account, "Dr. " + account.substring(3));
        }
    }

    /** Who works from now on. */
    public Practice as(String doctor) {
        house.signedIn(doctor, Roles.DOCTOR);
        return this;
    }

    /** Time goes by. */
    public void later(Duration by) {
        ahead = ahead.plus(by);
    }

    /** What a service does, in a transaction of its own. */
    public <S, T> T ask(Class<S> service, java.util.function.Function<S, T> what) {
        return house.transaction(() -> what.apply(house.get(service)));
    }

    /** The same for what gives nothing back. */
    public <S> void tell(Class<S> service, java.util.function.Consumer<S> what) {
        house.transaction(() -> {
            what.accept(house.get(service));
            return null;
        });
    }

    public OpenCase open(UUID form) {
        return ask(CareService.class, care -> care.open(form));
    }

    public int version(UUID form) {
        return open(form).summary().work().version();
    }

    public FlaggedTest flag(UUID form, String test) {
        return open(form).triage().flags().stream().filter(flag -> flag.test().equals(test)).findFirst().orElseThrow();
    }

    /** Confirms a flag as it was proposed. */
    public Order confirm(UUID form, String test) {
        UUID flag = flag(form, test).id();
        int seen = version(form);
        return ask(CareService.class, care -> care.confirm(form, seen, Decision.asProposed(flag, "Weak arm")));
    }

    /** What somebody does with a case on the version that stands now. */
    public void on(UUID form, java.util.function.ObjIntConsumer<CaseService> what) {
        int seen = version(form);
        tell(CaseService.class, cases -> what.accept(cases, seen));
    }
}
