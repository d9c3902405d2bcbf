package clinic.anteroom.myvisit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One day of the diary.
 *
 * @param id        never null
 * @param onDate    the day; never null
 * @param episodes  how often it happened; null if not counted
 * @param strongest how strong at worst, 0 to 10; null if not said
 * @param news      codes of what is new; perhaps empty
 * @param words     null for nothing
 * @param worse     whether the rules found it more urgent than the form
 * @param writtenAt never null
 */
public record DiaryEntry(UUID id, LocalDate onDate, Integer episodes, Integer strongest, List<String> news, String words, boolean worse, Instant writtenAt) {

    public DiaryEntry {
        news = List.copyOf(news);
    }

    /** Tells nothing: a diary is nobody's business in a log. */
    @Override
    public String toString() {
        return "diary entry " + id;
    }
}
