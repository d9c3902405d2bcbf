package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.desk.Board;

/**
 * The small marks of a bar, one character each; the pane says all of them in words. Shapes, so that none needs its colour: a
 * disc is prepared, a triangle something to do, a square something that stops the visit.
 */
final class VisitMarks {

    private VisitMarks() {
    }

    static String of(Board.BoardVisit visit) {
        StringBuilder marks = new StringBuilder();
        marks.append(lightOf(visit));
        mark(marks, "A", visit.alert() != null);
        mark(marks, "N", visit.note() != null);
        mark(marks, "\u2713", "CONFIRMED".equals(visit.answer()));
        mark(marks, "?", "NO_ANSWER".equals(visit.answer()));
        mark(marks, "I", visit.interpreter());
        mark(marks, "M", visit.mobility());
        mark(marks, "1", visit.first());
        mark(marks, "W", visit.waiting());
        mark(marks, "+", visit.overbooked());
        if (visit.noShows() > 0) {
            marks.append('\u00d7').append(visit.noShows());
        }
        return marks.toString();
    }

    /** Square: something has to be settled. Triangle: questions are open. Nothing: nobody has to prepare, or all is done. */
    static String lightOf(Board.BoardVisit visit) {
        if (!visit.missing().isEmpty()) {
            return "\u25a0";
        }
        return visit.screeningDue() ? "\u25b2" : "";
    }

    private static void mark(StringBuilder marks, String letter, boolean there) {
        if (there) {
            marks.append(letter);
        }
    }
}
