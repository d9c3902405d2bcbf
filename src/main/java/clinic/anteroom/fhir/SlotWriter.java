package clinic.anteroom.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import clinic.anteroom.scheduling.TimetableSlot;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.hl7.fhir.r4.model.Bundle;

/** Writes pages of slots as HAPI's parser would, byte for byte, without making a resource of each row first. */
@Interceptor
public class SlotWriter {

    private static final JsonFactory JSON = new JsonFactory();
    /** Half the time of the usual level for a tenth more bytes. */
    private static final int LEVEL = 4;
    private static final Set<String> SHAPING = Set.of("_pretty", "_summary", "_elements", "_narrative");

    /** Runs before an answer is written; false says that it has been. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public boolean write(RequestDetails request, ResponseDetails answer, HttpServletResponse response) throws IOException {
        if (!(answer.getResponseResource() instanceof SlotPage page)) {
            return true;
        }
        if (!isPlainJson(request)) {
            answer.setResponseResource(page.asResources());
            return true;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("application/fhir+json;charset=UTF-8");
        if (request.isRespondGzip()) {
            response.setHeader("Content-Encoding", "gzip");
        }
        try (OutputStream out = request.isRespondGzip() ? compressed(response.getOutputStream()) : response.getOutputStream()) {
            write(page, out);
        }
        return false;
    }

    private static boolean isPlainJson(RequestDetails request) {
        return request.getParameters().keySet().stream().noneMatch(SHAPING::contains)
                && !RestfulServerUtils.prettyPrintResponse(request.getServer(), request)
                && RestfulServerUtils.determineResponseEncodingWithDefault(request).getEncoding() == EncodingEnum.JSON;
    }

    static OutputStream compressed(OutputStream out) throws IOException {
        return new GZIPOutputStream(out, 1 << 14) {
            {
                def.setLevel(LEVEL);
            }
        };
    }

    /** The page as JSON in UTF-8. */
    static void write(SlotPage page, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("resourceType", "Bundle");
            if (page.getIdElement().hasIdPart()) {
                json.writeStringField("id", page.getIdElement().getIdPart());
            }
            if (page.getMeta().hasLastUpdated()) {
                json.writeObjectFieldStart("meta");
                json.writeStringField("lastUpdated", page.getMeta().getLastUpdatedElement().getValueAsString());
                json.writeEndObject();
            }
            json.writeStringField("type", page.getType().toCode());
            json.writeNumberField("total", page.getTotal());
            json.writeArrayFieldStart("link");
            for (Bundle.BundleLinkComponent link : page.getLink()) {
                json.writeStartObject();
                json.writeStringField("relation", link.getRelation());
                json.writeStringField("url", link.getUrl());
                json.writeEndObject();
            }
            json.writeEndArray();
            if (!page.rows().isEmpty() || page.hasEntry()) {
                entries(page, json);
            }
            json.writeEndObject();
        }
    }

    private static void entries(SlotPage page, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("entry");
        Map<Instant, String> moments = new HashMap<>();
        for (TimetableSlot row : page.rows()) {
            String id = SlotPage.id(row);
            json.writeStartObject();
            json.writeStringField("fullUrl", page.address() + id);
            json.writeObjectFieldStart("resource");
            slot(row, id, page, json, moments);
            json.writeEndObject();
            mode(Bundle.SearchEntryMode.MATCH, json);
            json.writeEndObject();
        }
        for (Bundle.BundleEntryComponent other : page.getEntry()) {
            json.writeStartObject();
            json.writeStringField("fullUrl", other.getFullUrl());
            json.writeFieldName("resource");
            json.writeRawValue(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(other.getResource()));
            mode(other.getSearch().getMode(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void slot(TimetableSlot row, String id, SlotPage page, JsonGenerator json, Map<Instant, String> moments) throws IOException {
        json.writeStringField("resourceType", "Slot");
        json.writeStringField("id", id);
        if (row.visitType() != null) {
            json.writeArrayFieldStart("serviceType");
            json.writeStartObject();
            json.writeArrayFieldStart("coding");
            json.writeStartObject();
            json.writeStringField("system", Codes.VISIT_TYPE);
            json.writeStringField("code", row.visitType());
            json.writeStringField("display", page.nameOf(row.visitType()));
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeObjectFieldStart("schedule");
        json.writeStringField("reference", "Schedule/" + row.resourceId());
        json.writeEndObject();
        json.writeStringField("status", row.free() ? "free" : "busy");
        json.writeStringField("start", moments.computeIfAbsent(row.when().start(), Moments::text));
        json.writeStringField("end", moments.computeIfAbsent(row.when().end(), Moments::text));
    }

    private static void mode(Bundle.SearchEntryMode mode, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("search");
        json.writeStringField("mode", mode.toCode());
        json.writeEndObject();
    }
}
