package vn.langso.lighting.commands;

/** Whether the watts of a circuit show that it was switched. */
final class PowerRule {

    /** With half of its lamps broken a circuit that is on still burns more than this share of its plates. */
    private static final double ON_FROM = 0.3;

    /** Drivers and cables of a dark circuit take a few watts. */
    private static final double OFF_UP_TO = 0.06;

    private static final double OFF_LEAST_W = 3;

    private PowerRule() {}

    /**
     * @param level what was asked for, 0 to 100
     * @param ratedW what the plates of the circuit's lamps add up to
     */
    static boolean shows(int level, double watts, int ratedW) {
        return level > 0 ? watts >= ON_FROM * ratedW * level / 100 : watts <= Math.max(OFF_LEAST_W, OFF_UP_TO * ratedW);
    }
}
