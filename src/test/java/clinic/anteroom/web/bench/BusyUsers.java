package clinic.anteroom.web.bench;

import clinic.anteroom.testing.PlainBrowser.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the people of a clinic do all day. */
final class BusyUsers {

    private BusyUsers() {
    }

    /** The desk: the day, a time for somebody, the booking, and every visit called off again, so that the clinic never fills up. */
    static final class Desk extends BusyUser {

        private static final List<String> KINDS = List.of("NEUROLOGY_FIRST", "BLOOD_DRAW", "PHYSIATRY", "ENDOCRINOLOGY");

        Desk(BenchClinic clinic, Stopwatch watch, BooleanSupplier goesOn, int number) {
            super(clinic, watch, goesOn, number);
            browser = clinic.staff("RECEPTIONIST");
        }

        @Override
        void work() {
            for (int day = 0; day < 3; day++) {
                see("desk: board of a day", "reception/day.xhtml?view=day&date=" + LocalDate.now().plusDays(chance.nextInt(14)));
                read();
            }
            String patient = clinic.takePatient();
            try {
                book(patient);
            } finally {
                clinic.giveBack(patient);
            }
        }

        private void book(String patient) {
            String kind = KINDS.get(chance.nextInt(KINDS.size()));
            String times = see("desk: find a time", "reception/booking.xhtml?type=" + kind + "&patient=" + patient + "&from=" + LocalDate.now().plusDays(7 + chance.nextInt(21)));
            read();
            PageForm slots = PageForm.of(times, "t");
            String hold = slots.button(":hold");
            if (hold == null) {
                watch.note("no time was free for " + kind);
                return;
            }
            Answer held = press("desk: hold the time", slots, hold);
            String page = held.status() == 302 ? see("desk: the held time", path(held)) : held.body();
            read();
            if (!PageForm.isThere(page, "h")) {
                watch.note("somebody else was faster");
                return;
            }
            Answer booked = press("desk: book", PageForm.of(page, "h"), "h:confirm");
            Matcher id = Pattern.compile("id=([0-9a-f-]{36})").matcher(booked.location());
            if (!id.find()) {
                watch.error("desk: book", "no visit: " + booked.status() + " " + PageForm.title(booked.body()));
                return;
            }
            String visit = see("desk: the visit", path(booked));
            read();
            PageForm off = PageForm.of(visit, "c").with("c:reason", "PATIENT");
            Answer gone = press("desk: call off", off, "c:cancel");
            if (gone.status() != 302) {
                watch.error("desk: call off", gone.status() + " " + PageForm.title(gone.body()));
            }
        }
    }

    /** A doctor: the list, then some of its cases. */
    static final class Doctor extends BusyUser {

        Doctor(BenchClinic clinic, Stopwatch watch, BooleanSupplier goesOn, int number) {
            super(clinic, watch, goesOn, number);
            browser = clinic.staff("DOCTOR");
        }

        @Override
        void work() {
            see("doctor: worklist", "doctor/worklist.xhtml?folder=ALL");
            for (int one = 0; one < 2 && !clinic.cases().isEmpty(); one++) {
                read();
                see("doctor: a case", "doctor/review.xhtml?case=" + clinic.cases().get(chance.nextInt(clinic.cases().size())));
            }
            read();
            see("doctor: today", "doctor/today.xhtml");
        }
    }

    /** A patient who fills in a form, page after page, and leaves it; the next one begins on another phone. */
    static final class Patient extends BusyUser {

        private static final int PAGES = 14;

        Patient(BenchClinic clinic, Stopwatch watch, BooleanSupplier goesOn, int number) {
            super(clinic, watch, goesOn, number);
        }

        @Override
        void work() {
            browser = clinic.browser();
            see("patient: first page", "patient/start.xhtml");
            read();
            browser.post("patient/start.xhtml", java.util.Map.of("about", "muscle-twitching")); // What it is about stands in no address from here on.
            String page = see("patient: a question", "patient/question.xhtml?begin=new");
            for (int at = 0; at < PAGES && PageForm.isThere(page, "form") && page.contains("name=\"asked\""); at++) {
                read();
                PageForm form = PageForm.of(page, "form");
                Answer next = press("patient: save answers", at == 0 ? form.with("form:fields:0:boxes", "NONE") : form.answered("42"), "form:next");
                if (next.status() != 302) {
                    watch.error("patient: save answers", "the page came back: " + PageForm.title(next.body()));
                    return;
                }
                if (!path(next).startsWith("patient/question")) {
                    watch.note("a form led to " + path(next).replaceFirst("\\?.*", ""));
                    return;
                }
                page = see("patient: a question", path(next));
            }
        }
    }

    /** A patient who looks at a visit, its preparation and the messages. */
    static final class Visitor extends BusyUser {

        private final int number;

        Visitor(BenchClinic clinic, Stopwatch watch, BooleanSupplier goesOn, int number) {
            super(clinic, watch, goesOn, number);
            this.number = number;
        }

        @Override
        void work() {
            browser = clinic.visitor(number);
            String visits = see("my visit: all", "patient/visits.xhtml");
            Matcher id = Pattern.compile("visit\\.xhtml\\?id=([0-9a-f-]{36})").matcher(visits);
            if (!id.find()) {
                watch.error("my visit: all", "no visit on \"" + PageForm.title(visits) + "\"");
                return;
            }
            read();
            see("my visit: one", "patient/visit.xhtml?id=" + id.group(1));
            read();
            see("my visit: messages", "patient/messages.xhtml");
        }
    }
}
