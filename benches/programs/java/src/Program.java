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

    /** Makes as many calls as the arguments BASE_URL CALLS CONNECTION_ID specify. */
    static void run(String[] arguments, Call call) throws Exception {
        for (int left = Integer.parseInt(arguments[1]); left > 0; left--) {
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
