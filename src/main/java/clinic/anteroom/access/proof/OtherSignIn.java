package clinic.anteroom.access.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The sign-in of a hospital or a company, by OpenID Connect (Core 1.0): code flow with state, nonce and PKCE. It is there when its settings are;
 * what comes back is believed only if it is signed by the other side, for us, and for this browser's question.
 */
@ApplicationScoped
public class OtherSignIn {

    private static final Logger LOG = Logger.getLogger(OtherSignIn.class.getName());
    private static final int MILLIS = 5_000;
    private static final Scope SCOPE = new Scope("openid", "email");

    @Inject
    @ConfigProperty(name = "anteroom.oidc.issuer")
    Optional<String> issuer = Optional.empty();

    @Inject
    @ConfigProperty(name = "anteroom.oidc.client")
    Optional<String> client = Optional.empty();

    @Inject
    @ConfigProperty(name = "anteroom.oidc.secret")
    Optional<String> secret = Optional.empty();

    @Inject
    @ConfigProperty(name = "anteroom.oidc.name")
    Optional<String> name = Optional.empty();

    @Inject
    @ConfigProperty(name = "anteroom.oidc.two-factors", defaultValue = "false")
    boolean twice;

    /** What the other side is called; empty where there is none. */
    public Optional<String> called() {
        return issuer.filter(value -> !value.isBlank()).map(value -> name.orElse(value));
    }

    /**
     * Begins one; empty where there is none, or where it does not answer within five seconds.
     *
     * @param back where the browser comes back to, as the other side knows it
     */
    public Optional<OtherAsk> begin(URI back) {
        if (called().isEmpty()) {
            return Optional.empty();
        }
        try {
            State state = new State();
            Nonce nonce = new Nonce();
            CodeVerifier verifier = new CodeVerifier();
            URI address = new AuthenticationRequest.Builder(new ResponseType(ResponseType.Value.CODE), SCOPE, client(), back).state(state).nonce(nonce)
                    .codeChallenge(verifier, CodeChallengeMethod.S256).endpointURI(metadata().getAuthorizationEndpointURI()).build().toURI();
            return Optional.of(new OtherAsk(address, back, state.getValue(), nonce.getValue(), verifier.getValue()));
        } catch (GeneralException | IOException e) {
            LOG.log(Level.WARNING, "The other sign-in does not answer", e);
            return Optional.empty();
        }
    }

    /**
     * Who came back.
     *
     * @param ask    what this browser was sent with
     * @param answer the whole address it came back to
     * @return empty for an answer to no question of this browser, and for one that does not prove itself
     */
    public Optional<OtherPerson> finish(OtherAsk ask, URI answer) {
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
            if (!response.indicatesSuccess() || response.getState() == null || !ask.state().equals(response.getState().getValue())) {
                return Optional.empty();
            }
            return person(ask, response.toSuccessResponse().getAuthorizationCode());
        } catch (GeneralException | BadJOSEException | JOSEException | IOException e) {
            LOG.log(Level.WARNING, "The other sign-in gave an answer that does not prove itself", e);
            return Optional.empty();
        }
    }

    private Optional<OtherPerson> person(OtherAsk ask, AuthorizationCode code) throws GeneralException, IOException, BadJOSEException, JOSEException {
        OIDCProviderMetadata metadata = metadata();
        HTTPRequest request = patient(new TokenRequest.Builder(metadata.getTokenEndpointURI(), new ClientSecretBasic(client(), new Secret(secret.orElse(""))),
                new AuthorizationCodeGrant(code, ask.back(), new CodeVerifier(ask.verifier()))).build().toHTTPRequest());
        var tokens = OIDCTokenResponseParser.parse(request.send());
        if (!(tokens instanceof OIDCTokenResponse given)) {
            return Optional.empty();
        }
        var claims = new IDTokenValidator(metadata.getIssuer(), client(), JWSAlgorithm.RS256, metadata.getJWKSetURI().toURL())
                .validate(given.getOIDCTokens().getIDToken(), new Nonce(ask.nonce()));
        String mail = mail(metadata, given.getOIDCTokens().getBearerAccessToken(), claims.getSubject().getValue());
        return Optional.of(new OtherPerson(claims.getIssuer().getValue(), claims.getSubject().getValue(), mail, twice));
    }

    /** An address counts only if the other side says that it has checked it, and says so about the same person. */
    private static String mail(OIDCProviderMetadata metadata, BearerAccessToken token, String subject) throws ParseException, IOException {
        if (metadata.getUserInfoEndpointURI() == null || token == null) {
            return null;
        }
        UserInfoResponse told = UserInfoResponse.parse(patient(new UserInfoRequest(metadata.getUserInfoEndpointURI(), token).toHTTPRequest()).send());
        UserInfo info = told.indicatesSuccess() ? told.toSuccessResponse().getUserInfo() : null;
        boolean checked = info != null && info.getSubject().getValue().equals(subject) && Boolean.TRUE.equals(info.getEmailVerified()) && info.getEmailAddress() != null;
        return checked ? info.getEmailAddress().toLowerCase(Locale.ROOT) : null;
    }

    private OIDCProviderMetadata metadata() throws GeneralException, IOException {
        return OIDCProviderMetadata.resolve(new Issuer(issuer.orElseThrow()), MILLIS, MILLIS);
    }

    private ClientID client() {
        return new ClientID(client.orElse("anteroom"));
    }

    private static HTTPRequest patient(HTTPRequest request) {
        request.setConnectTimeout(MILLIS);
        request.setReadTimeout(MILLIS);
        return request;
    }
}
