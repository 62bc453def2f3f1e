package vn.langso.sheets;

import java.util.List;

/**
 * What was met on the way through a sheet, to be told to its sender.
 *
 * @param rows rows with at least one filled cell
 * @param emptyRows rows in between without any
 * @param formulas cells whose saved value was taken
 * @param formulasWithoutValue formulas that were saved without a value
 * @param mergedRanges merged ranges; only the first cell of each has a value
 * @param encoding name of the text encoding; empty for workbooks
 * @param separator of a text file; a blank for workbooks
 * @param sheetName the sheet that was read; empty for text files
 * @param otherSheets visible sheets that were not read
 * @param cutOff the file ends in the middle of its last row
 */
public record SheetFacts(
        int rows,
        int emptyRows,
        int formulas,
        int formulasWithoutValue,
        int mergedRanges,
        String encoding,
        char separator,
        String sheetName,
        List<String> otherSheets,
        boolean cutOff) {}
