import java.io.BufferedReader;
import java.io.InputStreamReader;

/** What the clients in Java share: their arguments, and what they check. */
final class Program {
    // Invented, as is the token.
    static final String SECRET_KEY = "00000000-0000-4000-8000-00000000beef";
    static final String INTEGRATION = "github";
    private static final String TOKEN = "invented_0123456789abcdef0123456789abcdef";

    private Program() {}

    /** A call that fails unless its response is the expected one. */
    interface Call {
        void make() throws Exception;
    }

    /**
     * Makes as many calls as the arguments BASE_URL CALLS CONNECTION_ID specify. If CALLS is "-", standard input specifies
     * them, a line a turn; the end of a turn is an empty line.
     */
    static void run(String[] arguments, Call call) throws Exception {
        if (!arguments[1].equals("-")) {
            make(Integer.parseInt(arguments[1]), call);
            return;
        }
        BufferedReader turns = new BufferedReader(new InputStreamReader(System.in));
        for (String line = turns.readLine(); line != null; line = turns.readLine()) {
            make(Integer.parseInt(line), call);
            System.out.println();
            System.out.flush();
        }
    }

    private static void make(int calls, Call call) throws Exception {
        for (int left = calls; left > 0; left--) {
            call.make();
        }
    }

    static void check(String token, Object... others) {
        boolean isRight = TOKEN.equals(token);
        for (Object other : others) {
            isRight &= other != null;
        }
        if (!isRight) {
            throw new IllegalStateException("the answer is not the expected one");
        }
    }
}
