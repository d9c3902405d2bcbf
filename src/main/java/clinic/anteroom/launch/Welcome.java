package clinic.anteroom.launch;

/** What is printed when everything is up: where to go and whom to be. */
final class Welcome {

    private Welcome() {
    }

    static void print(LaunchSettings settings, boolean demo) {
        String address = "http://127.0.0.1:" + settings.httpPort();
        System.out.println();
        System.out.println("anteroom is ready.");
        System.out.println();
        System.out.println("  Patient     " + address + "/");
        System.out.println("  Doctor      " + address + "/doctor/" + (demo ? "       sign in as  dr.osei   with  " + DEMO_PASSWORD : ""));
        if (demo) {
            System.out.println("  Director    " + address + "/doctor/rules.xhtml  sign in as  director  with  " + DEMO_PASSWORD);
        }
        System.out.println("  Reception   " + address + "/reception/" + (demo ? "    sign in as  desk      with  " + DEMO_PASSWORD : ""));
        System.out.println("  Admin       " + address + "/admin/" + (demo ? "        sign in as  admin     with  " + DEMO_PASSWORD : ""));
        if (demo) {
            System.out.println("  Privacy     " + address + "/privacy/      sign in as  privacy   with  " + DEMO_PASSWORD);
        }
        System.out.println();
        System.out.println("  Database    " + settings.foreign().map(DatabaseAddress::url)
                .orElse("embedded, kept in " + settings.dataFolder()));
        System.out.println("  Log         " + settings.dataFolder().resolve("log").resolve("server.log"));
        System.out.println("  Stop        Ctrl-C");
        System.out.println();
    }

    /** The password of every account in db/demo; it opens nothing else. */
    private static final String DEMO_PASSWORD = "a quiet waiting room";
}
