package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import clinic.anteroom.shared.NewId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/**
 * The answer to a search, page by page. A page is told by {@code _count} and {@code _offset}; the server remembers nothing
 * between two pages.
 */
final class Searchset {

    /** Pages are this long at most; all free slots of two weeks fit into one. */
    static final int LONGEST_PAGE = 2000;
    private static final int USUAL_PAGE = 100;

    private final RequestDetails request;
    private final Bundle bundle;

    private Searchset(RequestDetails request, Bundle bundle) {
        this.request = request;
        this.bundle = bundle;
        bundle.setType(Bundle.BundleType.SEARCHSET);
    }

    /** The page of a list that is known as a whole. */
    static Searchset of(RequestDetails request, List<? extends Resource> all) {
        return page(request, all.size(), all.stream().skip(offset(request)).limit(count(request)).toList());
    }

    /** A page that was cut already. */
    static Searchset page(RequestDetails request, int total, List<? extends Resource> page) {
        Searchset set = new Searchset(request, new Bundle());
        set.linked(total, page.size());
        page.forEach(resource -> set.add(resource, SearchEntryMode.MATCH));
        return set;
    }

    /** A page of slots, which are still rows. */
    static Searchset slots(RequestDetails request, int total, SlotPage page) {
        Searchset set = new Searchset(request, page);
        set.linked(total, page.rows().size());
        return set;
    }

    private void linked(int total, int shown) {
        bundle.setTotal(total);
        bundle.addLink().setRelation("self").setUrl(address(offset(request)));
        if (offset(request) + shown < total && count(request) > 0 && canBeAskedByAddress()) {
            bundle.addLink().setRelation("next").setUrl(address(offset(request) + shown));
        }
    }

    /** Nothing, and why. */
    static Searchset nothing(RequestDetails request, OperationOutcome why) {
        return page(request, 0, List.of()).with(why);
    }

    /** What the matches point at. */
    Searchset including(Stream<? extends Resource> included) {
        included.forEach(resource -> add(resource, SearchEntryMode.INCLUDE));
        return this;
    }

    /** Something to say about the search. */
    Searchset with(OperationOutcome outcome) {
        bundle.addEntry().setFullUrl("urn:uuid:" + NewId.next()).setResource(outcome).getSearch().setMode(SearchEntryMode.OUTCOME);
        return this;
    }

    Bundle bundle() {
        return bundle;
    }

    /** {@code _count}: 0 to 2000, 100 if it is not given. */
    static int count(RequestDetails request) {
        return Math.min(number(request, "_count", USUAL_PAGE), LONGEST_PAGE);
    }

    /** {@code _offset}: 0 if it is not given. */
    static int offset(RequestDetails request) {
        return number(request, "_offset", 0);
    }

    private static int number(RequestDetails request, String name, int otherwise) {
        String[] values = request.getParameters().get(name);
        if (values == null || values.length == 0 || values[0].isBlank()) {
            return otherwise;
        }
        if (!values[0].matches("\\d{1,9}")) {
            throw new InvalidRequestException(name + " is \"" + values[0] + "\"; use a whole number.");
        }
        return Integer.parseInt(values[0]);
    }

    /** What was asked in the body of a POST does not fit into a link; {@code _search} does. */
    private boolean canBeAskedByAddress() {
        return request.getRequestType() == RequestTypeEnum.GET || request.getOperation() == null || request.getOperation().equals("_search");
    }

    private void add(Resource resource, SearchEntryMode mode) {
        bundle.addEntry()
                .setFullUrl(request.getFhirServerBase() + "/" + resource.fhirType() + "/" + resource.getIdElement().getIdPart())
                .setResource(resource)
                .getSearch().setMode(mode);
    }

    private String address(int offset) {
        Map<String, String[]> parameters = new TreeMap<>(request.getParameters());
        parameters.remove("_offset");
        if (offset > 0) {
            parameters.put("_offset", new String[] {Integer.toString(offset)});
        }
        String query = parameters.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getValue()).map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        String operation = request.getOperation() != null && request.getOperation().startsWith("$") ? "/" + request.getOperation() : "";
        return request.getFhirServerBase() + "/" + request.getResourceName() + operation + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
