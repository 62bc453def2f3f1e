package vn.langso.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * What a benchmark runs on.
 *
 * @param command the command that starts the program as the launcher does, without options (java, flags, -jar ...)
 * @param work folder for data that a benchmark makes; kept between runs, so that large data is made once
 */
record Setting(List<String> command, Path work) {}
