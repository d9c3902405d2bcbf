package clinic.anteroom.web.reception;

/** The letters that stand for a kind of visit where there is no room for its name. */
final class TypeCode {

    private static final int OF_ONE_WORD = 3;

    private TypeCode() {
    }

    /** EMG for {@code EMG}, PHY for {@code PHYSIATRY}, NFU for {@code NEUROLOGY_FOLLOW_UP}. */
    static String of(String visitType) {
        String[] words = visitType.split("_");
        if (words.length == 1) {
            return visitType.substring(0, Math.min(OF_ONE_WORD, visitType.length()));
        }
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            initials.append(word.charAt(0));
        }
        return initials.toString();
    }
}
