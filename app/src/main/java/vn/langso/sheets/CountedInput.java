package vn.langso.sheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

import vn.langso.kernel.Problem;

/** Counts what is read and refuses, as a bomb, more than was allowed. */
final class CountedInput extends FilterInputStream {

    private final AtomicLong read;
    private final long most;

    CountedInput(InputStream in, AtomicLong read, long most) {
        super(in);
        this.read = read;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int n) {
        if (read.addAndGet(n) > most) {
            throw Problem.at("file", SheetProblem.BOMB).asException();
        }
    }
}
