package plumbline.base;

/**
 * Is told how far something is, and may end it.
 *
 * @param <X> thrown to end it: let it pass
 */
@FunctionalInterface
public interface Progress<X extends Exception> {
    /**
     * @param share from 0 to 1
     */
    void reportShareDone(double share) throws X;
}
