package vn.langso.identity.sessions;

/** What a browser says it runs on, in two words that its owner recognises. */
final class Device {

    private Device() {}

    /** "Android, Chrome"; empty when the browser says nothing that is known. */
    static String of(String agent) {
        String system =
                first(agent, "Android", "iPhone", "iPad", "Windows", "Mac OS X=Mac", "CrOS=Chromebook", "Linux");
        String browser = first(
                agent,
                "Zalo",
                "coc_coc_browser=Cốc Cốc",
                "Edg=Edge",
                "SamsungBrowser=Samsung Internet",
                "Firefox",
                "Chrome",
                "Safari",
                "curl");
        return system.isEmpty() || browser.isEmpty() ? system + browser : system + ", " + browser;
    }

    /** The first sign that stands in the agent, by the name after its "=" if it has one. */
    private static String first(String agent, String... signs) {
        for (String sign : signs) {
            int at = sign.indexOf('=');
            if (agent.contains(at < 0 ? sign : sign.substring(0, at))) {
                return sign.substring(at + 1);
            }
        }
        return "";
    }
}
