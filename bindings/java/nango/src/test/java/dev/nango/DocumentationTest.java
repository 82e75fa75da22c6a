package dev.nango;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code in the documents compiles. */
class DocumentationTest {
    private static final Pattern BLOCK = Pattern.compile("^```java\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    /** What the blocks speak of, and do not make. */
    private static final String AROUND = "import com.sun.net.httpserver.HttpServer;\n"
            + "import dev.nango.*;\nimport dev.nango.models.*;\nimport dev.nango.operations.*;\n"
            + "import dev.nango.testing.Emulator;\nimport java.nio.file.Path;\nimport java.net.InetSocketAddress;\n"
            + "import java.net.URI;\nimport java.net.http.HttpRequest;\nimport java.time.Duration;\nimport java.util.*;\n"
            + "import java.util.concurrent.CompletableFuture;\nimport java.lang.System.Logger.Level;\n"
            + "abstract class Block%d {\n    String secretKey, connectionId;\n    System.Logger log;\n    %s\n"
            + "    abstract void markAsNotConnected(String id);\n    abstract void retryIn(Duration wait);\n"
            + "    Connection block() throws Exception {\n%s\n        return null;\n    }\n}\n";

    @TempDir
    private Path folder;

    private static List<JavaFileObject> blocks() throws Exception {
        Path root = Path.of(System.getProperty("nango.checkout"));
        List<JavaFileObject> sources = new ArrayList<>();
        for (String document : new String[] {
            "bindings/java/README.md", "docs/getting-started-java.md", "docs/testing.md", "docs/webhooks.md"
        }) {
            Matcher found = BLOCK.matcher(Files.readString(root.resolve(document)));
            while (found.find()) {
                String code = found.group(1);
                String given = (code.contains("NangoClient client =") ? "" : "NangoClient client; ")
                        + (code.contains("Connection connection") ? "" : "Connection connection;");
                String source = String.format(AROUND, sources.size(), given, code);
                URI name = URI.create("string:///Block" + sources.size() + ".java");
                sources.add(new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                });
            }
        }
        return sources;
    }

    @Test
    void theCodeInTheDocumentsCompiles() throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> blocks = blocks();
        StringWriter said = new StringWriter();
        List<String> options = List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        boolean isRight = compiler.getTask(said, null, null, options, null, blocks).call();
        assertTrue(isRight, said.toString());
        assertEquals(11, blocks.size(), "blocks of code in the documents");
    }
}
