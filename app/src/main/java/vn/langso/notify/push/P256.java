package vn.langso.notify.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Keys of the curve P-256 in the form in which browsers write them: 65 bytes, a four and the two coordinates. */
final class P256 {

    static final int POINT_BYTES = 65;
    private static final int COORDINATE_BYTES = 32;
    private static final byte UNCOMPRESSED = 4;

    private static final ECParameterSpec CURVE = curve();
    private static final BigInteger P = ((ECFieldFp) CURVE.getCurve().getField()).getP();
    private static final BigInteger A = CURVE.getCurve().getA();

    private P256() {}

    static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(CURVE);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("P-256 is missing from this Java", e);
        }
    }

    /** The pair of 32 secret bytes, always the same for the same bytes. */
    static KeyPair pairOf(byte[] secret) {
        BigInteger order = CURVE.getOrder();
        BigInteger scalar =
                new BigInteger(1, secret).mod(order.subtract(BigInteger.ONE)).add(BigInteger.ONE);
        return pair(scalar);
    }

    /** The pair of a private key as browsers and the RFCs write it. */
    static KeyPair pair(BigInteger scalar) {
        try {
            KeyFactory keys = KeyFactory.getInstance("EC");
            return new KeyPair(
                    keys.generatePublic(new ECPublicKeySpec(times(CURVE.getGenerator(), scalar), CURVE)),
                    keys.generatePrivate(new ECPrivateKeySpec(scalar, CURVE)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("P-256 is missing from this Java", e);
        }
    }

    /** The public key of 65 bytes; IllegalArgumentException when they are no point of the curve. */
    static ECPublicKey publicKey(byte[] point) {
        if (point.length != POINT_BYTES || point[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("No uncompressed point");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE_BYTES));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE_BYTES, POINT_BYTES));
        BigInteger right =
                x.pow(3).add(A.multiply(x)).add(CURVE.getCurve().getB()).mod(P);
        if (x.compareTo(P) >= 0 || y.compareTo(P) >= 0 || !y.pow(2).mod(P).equals(right)) {
            throw new IllegalArgumentException("Not on the curve");
        }
        try {
            return (ECPublicKey)
                    KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No key of the curve", e);
        }
    }

    static byte[] bytes(ECPublicKey key) {
        byte[] point = new byte[POINT_BYTES];
        point[0] = UNCOMPRESSED;
        put(key.getW().getAffineX(), point, 1);
        put(key.getW().getAffineY(), point, 1 + COORDINATE_BYTES);
        return point;
    }

    private static void put(BigInteger number, byte[] target, int offset) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, target, offset + COORDINATE_BYTES - length, length);
    }

    /** Double and add. Its time depends on the scalar, which nobody outside can see: it runs once, at the start. */
    private static ECPoint times(ECPoint point, BigInteger scalar) {
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
            sum = add(sum, sum);
            if (scalar.testBit(bit)) {
                sum = add(sum, point);
            }
        }
        return sum;
    }

    private static ECPoint add(ECPoint left, ECPoint right) {
        if (left.equals(ECPoint.POINT_INFINITY)) {
            return right;
        }
        BigInteger x = left.getAffineX();
        BigInteger y = left.getAffineY();
        BigInteger slope = left.equals(right)
                ? x.pow(2)
                        .multiply(BigInteger.valueOf(3))
                        .add(A)
                        .multiply(y.shiftLeft(1).modInverse(P))
                : right.getAffineY()
                        .subtract(y)
                        .multiply(right.getAffineX().subtract(x).modInverse(P));
        BigInteger newX = slope.pow(2).subtract(x).subtract(right.getAffineX()).mod(P);
        BigInteger newY = slope.multiply(x.subtract(newX)).subtract(y).mod(P);
        return new ECPoint(newX, newY);
    }

    private static ECParameterSpec curve() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("P-256 is missing from this Java", e);
        }
    }
}
