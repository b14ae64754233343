"""How a process uses the processor: products of matrices are reckoned in the thread that wants them."""

from threadpoolctl import threadpool_info, threadpool_limits

from agents.threads import reckon_alone


def reckoning():
    return {each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"}


def test_after_it_is_said_no_product_is_divided():
    with threadpool_limits(2, user_api="blas"):
        assert reckoning() == {2}
        reckon_alone()
        assert reckoning() == {1}
