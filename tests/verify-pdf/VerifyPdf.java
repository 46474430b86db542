// PDF files → a line for each file and standard: the rules of PDF/A-2a and PDF/UA-1 that it breaks, and how often.

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class VerifyPdf {
    /** Exit status 1 if any file breaks any rule. */
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean allSound = true;
        for (String file : files)
            for (PDFAFlavour standard : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1))
                allSound &= verify(file, standard);
        System.exit(allSound ? 0 : 1);
    }

    private static boolean verify(String file, PDFAFlavour standard) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), standard)) {
            ValidationResult result =
                Foundries.defaultInstance().createValidator(standard, false).validate(parser);
            Map<String, Integer> broken = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions())
                if (assertion.getStatus() == TestAssertion.Status.FAILED)
                    broken.merge(rule(assertion), 1, Integer::sum);
            System.out.println(file + "  " + standard + "  " + broken.size() + " rules broken");
            broken.forEach((rule, times) -> System.out.println("    " + times + " x " + rule));
            return result.isCompliant();
        }
    }

    private static String rule(TestAssertion assertion) {
        return assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber()
            + ": " + assertion.getMessage();
    }
}
