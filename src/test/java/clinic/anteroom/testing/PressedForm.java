package clinic.anteroom.testing;

import clinic.anteroom.testing.PlainBrowser.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of a page as it would be sent if one of its buttons were pressed and nothing else touched; somebody with ill intent changes it first. */
public final class PressedForm {

    private static final Pattern FORM = Pattern.compile("<form[^>]*method=\"post\"[^>]*?action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(?:input|button|select|textarea)\\b[^>]*?\\bname=\"([^\"]+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final String address;
    private final Map<String, String> fields;

    private PressedForm(String address, Map<String, String> fields) {
        this.address = address;
        this.fields = fields;
    }

    /** The names of all buttons of a page that send something. */
    public static Set<String> buttons(String page) {
        Set<String> names = new TreeSet<>();
        Matcher forms = FORM.matcher(page);
        while (forms.find()) {
            Matcher found = FIELD.matcher(forms.group(2));
            while (found.find() && !forms.group().contains("multipart/form-data")) {
                if (found.group().contains("type=\"submit\"")) {
                    names.add(found.group(1));
                }
            }
        }
        return names;
    }

    /** The form that this button sends; empty if the page has none, or if it sends a file. */
    public static Optional<PressedForm> with(String page, String button) {
        Matcher forms = FORM.matcher(page);
        while (forms.find()) {
            Map<String, String> fields = fields(forms.group(2), button);
            if (fields.containsKey(button) && !forms.group().contains("multipart/form-data")) {
                return Optional.of(new PressedForm(forms.group(1).replace("&amp;", "&"), fields));
            }
        }
        return Optional.empty();
    }

    /** Whether an id stands in a field or in the address. */
    public boolean holdsIds() {
        return ID.matcher(String.join(" ", fields.values()) + address).find();
    }

    /** Whether this text stands in a field or in the address. */
    public boolean holds(String text) {
        return address.contains(text) || fields.values().stream().anyMatch(value -> value.contains(text));
    }

    /** The same with another id in place of each. */
    public PressedForm replacingIds(UUID instead) {
        return changed(text -> ID.matcher(text).replaceAll(instead.toString()));
    }

    /** The same with another text in place of this one. */
    public PressedForm replacing(String text, String instead) {
        return changed(value -> value.replace(text, instead));
    }

    /** The same with fields that the form does not have; what it has stays. */
    public PressedForm and(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.putAll(fields);
        return new PressedForm(address, all);
    }

    /** The same with another value in one field. */
    public PressedForm typing(String field, String value) {
        Map<String, String> all = new HashMap<>(fields);
        all.put(field, value);
        return new PressedForm(address, all);
    }

    /** This form sent from another page, which may not have it: the same fields, with that page's own state. */
    public PressedForm from(String page) {
        Map<String, String> all = new HashMap<>(fields);
        Matcher own = Pattern.compile("name=\"(jakarta[.]faces[.]ViewState|primefaces[.]nonce)\"[^>]*?value=\"([^\"]*)\"").matcher(page);
        while (own.find()) {
            all.put(own.group(1), own.group(2));
        }
        return new PressedForm(address, all);
    }

    /** The names of all fields of a page's forms. */
    public static Set<String> names(String page) {
        Set<String> names = new TreeSet<>();
        Matcher forms = FORM.matcher(page);
        while (forms.find()) {
            Matcher found = FIELD.matcher(forms.group(2));
            while (found.find()) {
                names.add(found.group(1));
            }
        }
        return names;
    }

    /** Sends it. */
    public Answer send(PlainBrowser browser) {
        return browser.post(address.replaceFirst("^/", ""), fields);
    }

    private PressedForm changed(UnaryOperator<String> change) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.replaceAll((name, value) -> name.contains("ViewState") || name.contains("nonce") ? value : change.apply(value));
        return new PressedForm(change.apply(address), changed);
    }

    private static Map<String, String> fields(String form, String pressed) {
        Map<String, String> fields = new HashMap<>();
        Matcher found = FIELD.matcher(form);
        while (found.find()) {
            boolean button = found.group().contains("type=\"submit\"");
            if (!button || found.group(1).equals(pressed)) {
                Matcher value = VALUE.matcher(found.group());
                // The button of a row says which row; one without a word stands for all of them and is never seen.
                fields.merge(found.group(1), value.find() ? value.group(1) : "", (first, next) -> button && first.isEmpty() ? next : first);
            }
        }
        return fields;
    }
}
