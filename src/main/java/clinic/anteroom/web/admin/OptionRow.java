package clinic.anteroom.web.admin;

import clinic.anteroom.myvisit.Preparation;
import clinic.anteroom.myvisit.VisitQuestion;

/** One answer that can be chosen, as the administrator types it. */
public class OptionRow {

    private final String code;
    private final boolean fixed;
    private String english;
    private String french;
    private VisitQuestion.Effect effect;
    private String wordsEnglish;
    private String wordsFrench;

    /** @param fixed whether its text cannot be typed: yes and no */
    OptionRow(VisitQuestion.Option option, boolean fixed) {
        this.code = option.code();
        this.fixed = fixed;
        english = option.text().english();
        french = option.text().french();
        effect = option.effect();
        wordsEnglish = option.words() == null ? "" : option.words().english();
        wordsFrench = option.words() == null ? "" : option.words().french();
    }

    /** Whether nothing was typed. */
    boolean isEmpty() {
        return text(english).isEmpty() && text(french).isEmpty() && text(wordsEnglish).isEmpty() && text(wordsFrench).isEmpty();
    }

    VisitQuestion.Option option() {
        return new VisitQuestion.Option(code, new Preparation.InTwoLanguages(text(english), text(french)), effect,
                effect == VisitQuestion.Effect.GO_ON ? null : new Preparation.InTwoLanguages(text(wordsEnglish), text(wordsFrench)));
    }

    static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    public boolean isFixed() {
        return fixed;
    }

    public String getEnglish() {
        return english;
    }

    public void setEnglish(String english) {
        this.english = english;
    }

    public String getFrench() {
        return french;
    }

    public void setFrench(String french) {
        this.french = french;
    }

    public VisitQuestion.Effect getEffect() {
        return effect;
    }

    public void setEffect(VisitQuestion.Effect effect) {
        this.effect = effect;
    }

    public String getWordsEnglish() {
        return wordsEnglish;
    }

    public void setWordsEnglish(String wordsEnglish) {
        this.wordsEnglish = wordsEnglish;
    }

    public String getWordsFrench() {
        return wordsFrench;
    }

    public void setWordsFrench(String wordsFrench) {
        this.wordsFrench = wordsFrench;
    }
}
