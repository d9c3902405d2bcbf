package clinic.anteroom.fhir;

import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Translation;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.StringType;

/** Writes the words of a translation beside the English ones of a questionnaire, as FHIR has it for texts in several languages. */
final class Translations {

    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";
    private static final String UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
    private static final String STATUS = "https://anteroom.clinic/fhir/CodeSystem/translation";

    private final Translation words;

    private Translations(Translation words) {
        this.words = words;
    }

    /** Adds them; a tag of the document tells who has read them over. */
    static void add(Questionnaire document, Translation words) {
        Translations translations = new Translations(words);
        translations.write("title", document.getTitleElement());
        translations.write("description", document.getDescriptionElement());
        translations.items(document.getItem());
        document.setLanguage("en").getMeta().addTag(STATUS, words.language().tag(), words.language().tag() + " " + words.version() + ": " + words.status());
    }

    private void items(List<QuestionnaireItemComponent> items) {
        for (QuestionnaireItemComponent item : items) {
            write(item.getLinkId(), item.getTextElement());
            item.getExtensionsByUrl(UNIT).forEach(unit -> write(item.getLinkId() + "|unit", ((Coding) unit.getValue()).getDisplayElement()));
            item.getAnswerOption().forEach(option ->
                    write(item.getLinkId() + "#" + option.getValueCoding().getCode(), option.getValueCoding().getDisplayElement()));
            items(item.getItem());
        }
    }

    private void write(String key, PrimitiveType<String> english) {
        words.find(key, english.getValue()).ifPresent(text -> beside(english, words.language(), text));
    }

    /** Writes what an English text is in another language beside it. R4 lists languages without most of their countries. */
    static void beside(Element english, Language language, String text) {
        Extension translation = english.addExtension().setUrl(TRANSLATION);
        translation.addExtension("lang", new CodeType(language.code()));
        translation.addExtension("content", new StringType(text));
    }
}
