package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lists of symptoms answered row by row: all no, all but one, some, or hardly any. */
final class RandomRows {

    private RandomRows() {
    }

    /** An answer to a list that is asked row by row; at least one row is touched. */
    static Answer.Rows of(Question list, Random random) {
        List<List<String>> said = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int touched = random.nextInt(5) + 1;
        int no = random.nextInt(10) + 1;
        List<String> codes = list.options().stream().filter(option -> !option.exclusive()).map(Option::code).toList();
        for (String code : codes) {
            if (random.nextInt(5) < touched) {
                said.get(random.nextInt(10) < no ? 1 : 2 * random.nextInt(2)).add(code);
            }
        }
        return said.stream().allMatch(List::isEmpty) ? new Answer.Rows(List.of(), codes.subList(0, 1), List.of())
                : new Answer.Rows(said.get(0), said.get(1), said.get(2));
    }

    /** The same rows, and some that were not touched as well. */
    static Answer.Rows more(Answer.Rows rows, Random random) {
        List<String> yes = new ArrayList<>(rows.yes());
        List<String> no = new ArrayList<>(rows.no());
        List<String> unsure = new ArrayList<>(rows.unsure());
        rows.open().forEach(code -> List.of(yes, no, unsure, new ArrayList<String>()).get(random.nextInt(4)).add(code));
        return new Answer.Rows(yes, no, unsure);
    }
}
