package clinic.anteroom.access;

import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Sha256;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows which program shows a token. Tokens are made by a command at the database, never over the network. */
@Stateless
@PermitAll
public class TokenService {

    /** A prefix that secret scanners can look for, then 256 random bits in base64url (RFC 4648 section 5). */
    private static final Pattern TOKEN = Pattern.compile("anteroom_[A-Za-z0-9_-]{43}");

    @Inject
    private AccessTokens tokens;

    @Inject
    private ClinicTime time;

    /** Who shows this token; empty if it is none of ours, has expired or was revoked. */
    public Optional<TokenHolder> holderOf(String token) {
        return TOKEN.matcher(token).matches() ? tokens.find(Sha256.of(token), time.now()) : Optional.empty();
    }
}
