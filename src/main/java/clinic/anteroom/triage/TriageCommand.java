package clinic.anteroom.triage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Evaluates a file of answers without server or database: one JSON object a line in, one a line out, in the form that
 * {@link TriageLine} describes. A line with a fault is answered with an error; the others go on.
 */
public final class TriageCommand {

    private TriageCommand() {
    }

    /**
     * Runs the command.
     *
     * @param arguments {@code --in=file} and {@code --out=file}, in UTF-8; without them, or with an empty name, standard
     *                  input and output
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String... arguments) throws IOException {
        String in = named("--in=", arguments);
        String out = named("--out=", arguments);
        try (Reader reader = in.isEmpty() ? new InputStreamReader(System.in, StandardCharsets.UTF_8) : Files.newBufferedReader(Path.of(in));
                Writer writer = out.isEmpty() ? new OutputStreamWriter(System.out, StandardCharsets.UTF_8)
                        : Files.newBufferedWriter(Path.of(out))) {
            run(reader, writer);
        }
    }

    /** Answers each line that is not blank with one line. */
    static void run(Reader in, Writer out) throws IOException {
        TriageLine line = new TriageLine();
        BufferedReader lines = new BufferedReader(in);
        PrintWriter answers = new PrintWriter(out);
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            if (!text.isBlank()) {
                answers.print(line.answer(text));
                answers.print('\n');
            }
        }
        answers.flush();
        if (answers.checkError()) {
            throw new IOException("The answers could not be written.\nMaybe the disk is full or the reader has gone.");
        }
    }

    private static String named(String option, String... arguments) {
        String name = "";
        for (String argument : arguments) {
            if (argument.startsWith(option)) {
                name = argument.substring(option.length());
            } else if (!argument.startsWith("--in=") && !argument.startsWith("--out=")) {
                throw new IllegalArgumentException("The unknown argument " + argument + ".\nMaybe --in=file or --out=file is meant.");
            }
        }
        return name;
    }
}
