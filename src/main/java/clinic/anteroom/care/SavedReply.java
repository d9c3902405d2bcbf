package clinic.anteroom.care;

import java.util.UUID;

/**
 * Questions to patients that doctors keep because they ask them often.
 *
 * @param id    never null
 * @param title its name in lists; never null
 * @param words what is asked, one question a line; never null
 * @param ours  whether every doctor has it; else it is the caller's own
 */
public record SavedReply(UUID id, String title, String words, boolean ours) {
}
