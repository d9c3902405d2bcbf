package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import clinic.anteroom.access.TokenDoor;
import clinic.anteroom.access.TokenHolder;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Sha256;

/** The key under which a request is done once (draft-ietf-httpapi-idempotency-key-header), told apart by client. */
final class IdempotencyKey {

    private static final String HEADER = "Idempotency-Key";
    private static final int SHORTEST = 16;
    private static final int LONGEST = 200;

    private IdempotencyKey() {
    }

    /** 64 hex digits; a request without the header is always a new one. */
    static String of(RequestDetails request) {
        String given = request.getHeader(HEADER);
        if (given == null || given.isBlank()) {
            return Sha256.of(NewId.next().toString());
        }
        if (given.length() < SHORTEST || given.length() > LONGEST) {
            throw new InvalidRequestException(HEADER + " takes " + SHORTEST + " to " + LONGEST + " characters.");
        }
        String client = TokenDoor.holder(((ServletRequestDetails) request).getServletRequest()).map(TokenHolder::client).orElseThrow();
        return Sha256.of(client + " " + given);
    }
}
