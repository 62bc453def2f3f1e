package vn.langso.households.imports;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the imports.
 *
 * @param filesKept the uploaded sheet goes after this time, because it holds numbers in the clear; the import and its undo stay
 */
@ConfigurationProperties("langso.imports")
record ImportSettings(@DefaultValue("60d") Duration filesKept) {}
