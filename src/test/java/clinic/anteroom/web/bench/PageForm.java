package clinic.anteroom.web.bench;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One form of a page as a browser without a window sees it: where it is sent, and what is sent if nobody touches it. */
final class PageForm {

    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]+)=\"([^\"]*)\"");
    private static final Pattern SELECT = Pattern.compile("<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern SELECTED = Pattern.compile("<option\\b(?=[^>]*selected)[^>]*value=\"([^\"]*)\"");

    private final String action;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Set<String> buttons = new LinkedHashSet<>();
    /** Last choice of each group of radios or ticks: the least that can be said. */
    private final Map<String, String> last = new LinkedHashMap<>();
    private final Set<String> texts = new LinkedHashSet<>();

    private PageForm(String id, String html) {
        this.action = attributes(html.substring(0, html.indexOf('>'))).getOrDefault("action", "");
        fields.put(id, id);
        Matcher inputs = INPUT.matcher(html);
        while (inputs.find()) {
            take(attributes(inputs.group(1)), inputs.group(1).contains("checked"));
        }
        Matcher selects = SELECT.matcher(html);
        while (selects.find()) {
            Matcher chosen = SELECTED.matcher(selects.group(2));
            fields.put(attributes(selects.group(1)).get("name"), chosen.find() ? chosen.group(1) : "");
        }
    }

    /** The form with this id; an IllegalStateException with the page's title if it is not there. */
    static PageForm of(String page, String id) {
        Matcher form = Pattern.compile("<form id=\"" + Pattern.quote(id) + "\".*?</form>", Pattern.DOTALL).matcher(page);
        if (!form.find()) {
            throw new IllegalStateException("no form \"" + id + "\" on \"" + title(page) + "\"");
        }
        return new PageForm(id, form.group());
    }

    static boolean isThere(String page, String id) {
        return page.contains("<form id=\"" + id + "\"");
    }

    static String title(String page) {
        Matcher title = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL).matcher(page);
        return title.find() ? title.group(1).strip() : "no title";
    }

    String action() {
        return action;
    }

    /** What is sent when this button is pressed. */
    Map<String, String> pressing(String button) {
        Map<String, String> sent = new LinkedHashMap<>(fields);
        sent.put(button, "press");
        return sent;
    }

    PageForm with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    /** The first button whose name ends so; null if there is none. */
    String button(String end) {
        return buttons.stream().filter(name -> name.endsWith(end)).findFirst().orElse(null);
    }

    /** Says the least to every list and the same number to every field. */
    PageForm answered(String number) {
        fields.putAll(last);
        texts.forEach(name -> fields.put(name, number));
        return this;
    }

    private void take(Map<String, String> input, boolean checked) {
        String name = input.get("name");
        String type = input.getOrDefault("type", "text");
        String value = input.getOrDefault("value", "");
        if (name == null) {
            return;
        }
        if (type.equals("submit")) {
            buttons.add(name);
        } else if (type.equals("radio") || type.equals("checkbox")) {
            if (!name.contains("unsure") && !value.equals("UNSURE")) {
                last.put(name, value);
            }
            if (checked) {
                fields.put(name, value);
            }
        } else if (!type.equals("file")) {
            fields.put(name, value);
            if (type.equals("text") && name.endsWith(":number")) {
                texts.add(name);
            }
        }
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher one = ATTRIBUTE.matcher(tag);
        while (one.find()) {
            found.put(one.group(1), one.group(2).replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&#39;", "'").replace("&amp;", "&"));
        }
        return found;
    }
}
