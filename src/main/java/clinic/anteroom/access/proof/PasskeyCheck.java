package clinic.anteroom.access.proof;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks what a passkey has signed (W3C Web Authentication level 2). The person is always verified by the device, by finger, face or PIN, so
 * one press is two factors. Who made the device is not asked.
 */
public final class PasskeyCheck {

    /** ES256 and RS256, which every platform has, and EdDSA. */
    private static final List<PublicKeyCredentialParameters> KINDS = List.of(kind(COSEAlgorithmIdentifier.ES256), kind(COSEAlgorithmIdentifier.EdDSA),
            kind(COSEAlgorithmIdentifier.RS256));
    private static final ObjectConverter CONVERTER = new ObjectConverter();
    private static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
    private static final AttestedCredentialDataConverter KEYS = new AttestedCredentialDataConverter(CONVERTER);
    private static final int CHALLENGE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasskeyCheck() {
    }

    /** What a passkey has to sign, once: 256 random bits in base64url. */
    public static String challenge() {
        byte[] bytes = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * A passkey that is set up.
     *
     * @param response  the browser's PublicKeyCredential as JSON
     * @param challenge what it was asked to sign
     * @param site      scheme, host and port of the pages
     * @return empty for anything that does not prove itself
     */
    public static Optional<KnownPasskey> register(String response, String challenge, URI site) {
        try {
            RegistrationData data = MANAGER.verifyRegistrationResponseJSON(response, new RegistrationParameters(property(challenge, site), KINDS, true, true));
            var held = data.getAttestationObject().getAuthenticatorData();
            return Optional.of(new KnownPasskey(encoded(held.getAttestedCredentialData().getCredentialId()),
                    Base64.getEncoder().encodeToString(KEYS.convert(held.getAttestedCredentialData())), held.getSignCount()));
        } catch (DataConversionException | VerificationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A passkey that signs in; how often it has signed now. The parameters are those of {@link #register}. */
    public static Optional<KnownPasskey> signIn(String response, String challenge, URI site, Function<String, Optional<KnownPasskey>> known) {
        try {
            AuthenticationData data = MANAGER.parseAuthenticationResponseJSON(response);
            Optional<KnownPasskey> found = known.apply(encoded(data.getCredentialId()));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            var record = new CredentialRecordImpl(new NoneAttestationStatement(), null, null, null, found.get().signCount(),
                    KEYS.convert(Base64.getDecoder().decode(found.get().publicKey())), null, null, null, null);
            MANAGER.verify(data, new AuthenticationParameters(property(challenge, site), record, null, true, true));
            return Optional.of(new KnownPasskey(found.get().id(), found.get().publicKey(), data.getAuthenticatorData().getSignCount()));
        } catch (DataConversionException | VerificationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ServerProperty property(String challenge, URI site) {
        return new ServerProperty(Origin.create(site.toString()), site.getHost(), new DefaultChallenge(Base64.getUrlDecoder().decode(challenge)));
    }

    private static PublicKeyCredentialParameters kind(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
