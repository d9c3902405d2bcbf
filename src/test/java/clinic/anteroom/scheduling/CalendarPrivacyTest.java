package clinic.anteroom.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import clinic.anteroom.access.SomeAudit;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import jakarta.ejb.SessionContext;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars are synchronised to phones, cars and employers: for every kind of visit, files and feeds say when and where and nothing else. */
class CalendarPrivacyTest {

    private static final Set<String> LINES = Set.of("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "ORGANIZER", "STATUS", "CLASS", "TRANSP");

    private final EntityManager entities = TestDatabase.entities().createEntityManager();
    private final SomeDesk desk = new SomeDesk();
    private final CalendarService calendars = new CalendarService();

    @BeforeEach
    void begin() {
        entities.getTransaction().begin();
        calendars.feeds = new CalendarFeeds();
        calendars.feeds.entities = entities;
        calendars.audit = SomeAudit.of(entities, signedIn(), desk.time());
        calendars.time = desk.time();
        calendars.mail = "desk@anteroom.example";
    }

    @AfterEach
    void forget() {
        entities.getTransaction().rollback();
        entities.close();
    }

    @ParameterizedTest
    @CsvSource({"en, Visit at ", "fr, Rendez-vous \u2013 "})
    void noKindOfVisitCanBeToldFromACalendar(String language, String begins) {
        UUID patient = patient(language);
        List<?> kinds = entities.createNativeQuery("select code from visit_type order by 1").getResultList();
        List<UUID> byKind = kinds.stream().map(code -> visit(patient, (String) code)).toList();
        assertThat(byKind).hasSizeGreaterThan(8);

        List<String> texts = new ArrayList<>();
        byKind.forEach(visit -> texts.add(calendars.file(visit).orElseThrow()));
        entities.createNativeQuery("update appointment set status = 'CANCELLED', cancel_reason = 'PATIENT' where patient_id = ?1").setParameter(1, patient).executeUpdate();
        byKind.forEach(visit -> texts.add(calendars.file(visit).orElseThrow()));
        assertThat(calendars.hasFeed(patient)).isFalse();
        String earlier = calendars.openFeed(patient);
        String secret = calendars.openFeed(patient);
        assertThat(calendars.hasFeed(patient)).isTrue();
        assertThat(calendars.feed(earlier)).as("a new address ends the one before it").isEmpty();
        String feed = calendars.feed(secret).orElseThrow();
        texts.add(feed);
        assertThat(Biweekly.parse(feed).first().getEvents()).hasSameSizeAs(byKind);

        Set<String> summaries = new HashSet<>();
        for (String text : texts) {
            for (VEvent event : Biweekly.parse(text).first().getEvents()) {
                summaries.add(event.getSummary().getValue());
                assertThat(event.getDescription()).isNull();
                assertThat(event.getAttachments()).isEmpty();
                assertThat(event.getComments()).isEmpty();
                assertThat(event.getCategories()).isEmpty();
            }
            String event = text.substring(text.indexOf("BEGIN:VEVENT"), text.lastIndexOf("END:VEVENT")).replace("\r\n ", "");
            assertThat(event.lines().filter(line -> !line.matches("(BEGIN|END):VEVENT")).map(line -> line.split("[:;]")[0])).isSubsetOf(LINES);
            String rest = event.replace(calendars.feeds.clinic(), "").replace(begins.strip(), "");
            secrets().forEach(word -> assertThat(Pattern.compile("\\b" + Pattern.quote(word) + "\\b", Pattern.CASE_INSENSITIVE).matcher(rest).find()).as(word).isFalse());
        }
        assertThat(summaries).singleElement().asString().startsWith(begins);
        calendars.closeFeed(patient);
        assertThat(calendars.hasFeed(patient)).isFalse();
        assertThat(calendars.feed(secret)).isEmpty();
    }

    /** Names of kinds of visits, of their parts and tests, of doctors and machines, and what was noted. */
    private Set<String> secrets() {
        List<?> found = entities.createNativeQuery("""
                select name from visit_type union select code from visit_type union select name from visit_phase union select test from visit_type_test
                union select family_name from practitioner union select name from device union select 'Brings an interpreter' union select 'Zebra'""").getResultList();
        return found.stream().map(String.class::cast).filter(word -> word.length() > 1).collect(Collectors.toCollection(TreeSet::new));
    }

    private UUID patient(String language) {
        UUID id = NewId.next();
        entities.createNativeQuery("insert into patient (id, given_name, family_name, birth_date, language, created_at) values (?1, 'Zoe', 'Zebra', date '1980-02-29', ?2, now())")
                .setParameter(1, id).setParameter(2, language).executeUpdate();
        return id;
    }

    private UUID visit(UUID patient, String kind) {
        UUID id = NewId.next();
        Instant start = SomeDesk.NOW.plusSeconds(86_400);
        entities.createNativeQuery("""
                        insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at)
                        values (?1, 'BOOKED', ?2, ?3, cast(?4 as timestamptz), cast(?4 as timestamptz) + interval '20 minutes', 'America/Toronto',
                                cast(?4 as timestamptz) at time zone 'America/Toronto', 'test', now())""")
                .setParameter(1, id).setParameter(2, kind).setParameter(3, patient).setParameter(4, start.toString()).executeUpdate();
        entities.createNativeQuery("insert into visit_note (appointment_id, words, by_whom, at) values (?1, 'Brings an interpreter', 'rita', now())").setParameter(1, id).executeUpdate();
        return id;
    }

    private static SessionContext signedIn() {
        Principal rita = () -> "rita";
        return (SessionContext) Proxy.newProxyInstance(CalendarPrivacyTest.class.getClassLoader(), new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> method.getName().equals("isCallerInRole") ? false : rita);
    }
}
