// An OpenID Connect server with sign-in pages of its own: node provider.mjs PORT REDIRECT_ADDRESS. Whoever types a name is that name; the
// address is name@hospital.example.org, checked unless the name begins with "un".
import {Provider} from "oidc-provider";

const [port, redirect] = process.argv.slice(2);
const provider = new Provider(`http://localhost:${port}`, {
    clients: [{client_id: "anteroom", client_secret: "a-secret-of-the-tests-long-enough", redirect_uris: [redirect], response_types: ["code"], grant_types: ["authorization_code"]}],
    claims: {openid: ["sub"], email: ["email", "email_verified"]},
    pkce: {required: () => true, methods: ["S256"]},
    findAccount: (context, id) => ({accountId: id, claims: () => ({sub: id, email: `${id}@hospital.example.org`, email_verified: !id.startsWith("un")})})
});
provider.listen(Number(port), "127.0.0.1", () => console.log("listening"));
