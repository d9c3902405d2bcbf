// Asks the browser for a passkey and sends what it signed. Without this script, or without passkeys, the button is not there.
(() => {
    const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
    const text = buffer => buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    const known = list => (list || []).map(one => ({...one, id: bytes(one.id)}));

    const ask = async options => {
        options.challenge = bytes(options.challenge);
        if (options.user) {
            options.user.id = bytes(options.user.id);
            options.excludeCredentials = known(options.excludeCredentials);
            return navigator.credentials.create({publicKey: options});
        }
        options.allowCredentials = known(options.allowCredentials);
        return navigator.credentials.get({publicKey: options});
    };

    const answer = made => {
        const {response} = made;
        const told = {clientDataJSON: text(response.clientDataJSON)};
        if (response.attestationObject) {
            told.attestationObject = text(response.attestationObject);
            told.transports = response.getTransports ? response.getTransports() : [];
        } else {
            told.authenticatorData = text(response.authenticatorData);
            told.signature = text(response.signature);
            told.userHandle = text(response.userHandle);
        }
        return JSON.stringify({id: made.id, rawId: text(made.rawId), type: made.type, authenticatorAttachment: made.authenticatorAttachment,
            response: told, clientExtensionResults: {}});
    };

    document.querySelectorAll("[data-passkey]").forEach(place => {
        const options = JSON.parse(place.dataset.passkey);
        const site = options.rpId || options.rp.id;
        // A passkey belongs to one name of the house; at another address, or at a bare number, there is nothing to press.
        if (!window.PublicKeyCredential || /^[\d.]+$|:/.test(site) || location.hostname !== site && !location.hostname.endsWith("." + site)) {
            return;
        }
        const form = place.closest("form");
        const failed = place.querySelector("[role=alert]");
        place.hidden = false;
        place.querySelector("button").addEventListener("click", async () => {
            failed.hidden = true;
            try {
                form.elements[form.id + ":answer"].value = answer(await ask(JSON.parse(place.dataset.passkey)));
                form.elements[form.id + ":send"].click();
            } catch (refused) {
                failed.hidden = false;
            }
        });
    });
})();
