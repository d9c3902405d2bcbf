package clinic.anteroom.web.doctor;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.ResourceBundle;

/** Elements of a page, one after the other; whatever is written as text or attribute is escaped by the server's own writer. */
final class Markup {

    private final ResponseWriter out;
    private final UIComponent component;
    private final ResourceBundle words;
    private final String icons;
    private final Deque<String> open = new ArrayDeque<>();

    Markup(FacesContext faces, UIComponent component) {
        this.out = faces.getResponseWriter();
        this.component = component;
        this.words = faces.getApplication().getResourceBundle(faces, "text");
        this.icons = faces.getApplication().getResourceHandler().createResource("icons.svg", "anteroom").getRequestPath();
    }

    /** What a key says in the reader's language. */
    String word(String key) {
        return words.getString(key);
    }

    Markup open(String element) throws IOException {
        out.startElement(element, component);
        open.push(element);
        return this;
    }

    Markup open(String element, String style) throws IOException {
        return open(element).attribute("class", style);
    }

    Markup attribute(String name, String value) throws IOException {
        out.writeAttribute(name, value, null);
        return this;
    }

    Markup text(String text) throws IOException {
        out.writeText(text, null);
        return this;
    }

    /** Ends what was opened last. */
    Markup close() throws IOException {
        out.endElement(open.pop());
        return this;
    }

    /** A cell of a table that becomes a list of lines on narrow screens. */
    Markup cell(String label) throws IOException {
        return open("td").attribute("data-label", word(label));
    }

    /** A drawing of icons.svg, silent or with its meaning in words. */
    Markup icon(String name, String label) throws IOException {
        open("svg", "icon").attribute("aria-hidden", "true").attribute("focusable", "false");
        open("use").attribute("href", icons + "#" + name).close().close();
        return label.isEmpty() ? this : open("span", "visually-hidden").text(label).close();
    }

    /** How soon, as shape, colour and word. */
    Markup badge(String urgency) throws IOException {
        String tone = urgency.toLowerCase(Locale.ROOT).replace('_', '-');
        return open("span", "badge tone-" + tone).icon(tone, "").text(word("urgency." + urgency)).close();
    }

    Markup time(String machine, String people) throws IOException {
        return open("time").attribute("datetime", machine).text(people).close();
    }
}
