package vn.langso.sheets;

/** Takes the rows of a sheet one by one. */
@FunctionalInterface
public interface RowSink {

    /**
     * One row that has at least one filled cell.
     *
     * @param number as the reader's program shows it: the row of the workbook, the line of the text file
     * @param cells reused for the next row; those from {@code width} on are of earlier rows. Empty cells are "", see also {@link Cells}
     * @return false to stop reading
     */
    boolean row(int number, String[] cells, int width);
}
