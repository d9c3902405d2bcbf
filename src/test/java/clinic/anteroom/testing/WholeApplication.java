package clinic.anteroom.testing;

import java.io.File;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it was built, deployed once for all classes that test in the server, plus those classes. */
@ArquillianSuiteDeployment
public class WholeApplication {

    /** The application under test. */
    @Deployment
    public static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "anteroom.war")
                .importFrom(new File(System.getProperty("anteroom.war")))
                .as(WebArchive.class)
                .addPackages(true, archivePath -> archivePath.get().matches(".*(IT|InTheServer)(\\$.*)?\\.class"),
                        "clinic.anteroom");
    }
}
