import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Checks files against PDF/UA-1 and PDF/A-2a with the veraPDF engine, and prints one line a file and standard:
 * standard, file, number of checks, and the rules that were broken, separated by tabs.
 *
 * The rules are read from the profiles inside the engine's archive by hand, because the archive lacks the library
 * with which the engine would read them itself.
 */
public final class Conformance {
    private static final int ALL_BREACHES = 1_000_000;

    private enum Standard {
        UA1("PDFUA-1.xml", PDFAFlavour.PDFUA_1),
        A2A("PDFA-2A.xml", PDFAFlavour.PDFA_2_A);

        final String file;
        final PDFAFlavour flavour;

        Standard(String file, PDFAFlavour flavour) {
            this.file = file;
            this.flavour = flavour;
        }
    }

    public static void main(String[] files) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<Future<String>> verdicts = new ArrayList<>();
        for (Standard standard : Standard.values()) {
            ValidationProfile profile = profile(standard);
            for (String file : files) {
                verdicts.add(workers.submit(() ->
                        standard + "\t" + new File(file).getName() + "\t" + judge(standard, profile, file)));
            }
        }
        for (Future<String> verdict : verdicts) {
            System.out.println(verdict.get());
        }
        workers.shutdown();
    }

    private static String judge(Standard standard, ValidationProfile profile, String file) throws Exception {
        try (InputStream in = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, standard.flavour, standard.flavour)) {
            PDFAValidator validator =
                    Foundries.defaultInstance().createValidator(profile, ALL_BREACHES, false, false, false);
            ValidationResult result = validator.validate(parser);
            Map<String, String> broken = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    broken.putIfAbsent(rule, rule + ": " + assertion.getMessage().replaceAll("\\s+", " "));
                }
            }
            return result.getTotalAssertions() + "\t" + String.join("\t", broken.values());
        }
    }

    private static ValidationProfile profile(Standard standard) throws Exception {
        String path = "/org/verapdf/pdfa/validation/" + standard.file;
        Element root;
        try (InputStream in = Conformance.class.getResourceAsStream(path)) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element rule : all(root, "rule")) {
            rules.add(rule(rule));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element each : all(root, "variable")) {
            variables.add(Profiles.variableFromValues(each.getAttribute("name"), each.getAttribute("object"),
                    text(each, "defaultValue"), text(each, "value")));
        }
        return Profiles.profileFromValues(standard.flavour,
                Profiles.profileDetailsFromValues(standard.file, "", "", new Date(0)), "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = all(rule, "id").get(0);
        Element error = all(rule, "error").get(0);
        List<ErrorArgument> blanks = new ArrayList<>();
        for (Element blank : all(error, "argument")) {
            String name = blank.getAttribute("name");
            blanks.add(ErrorArgumentImpl.fromValues(blank.getTextContent(), name.isEmpty() ? null : name, null));
        }
        String deferred = rule.getAttribute("deferred");
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"), deferred.isEmpty() ? null : Boolean.valueOf(deferred),
                rule.getAttribute("tags"), text(rule, "description"), text(rule, "test"),
                Profiles.errorFromValues(text(error, "message"), blanks), Collections.emptyList());
    }

    private static List<Element> all(Element inside, String tag) {
        NodeList found = inside.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String text(Element inside, String tag) {
        List<Element> found = all(inside, tag);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
