"""What the site's engine is made of, and how its process works."""

from threadpoolctl import threadpool_info, threadpool_limits

from webapp import engine


def test_a_site_divides_no_product_of_matrices_among_threads():
    with threadpool_limits(2, user_api="blas"):
        engine._kit.cache_clear()
        engine.kit()
        assert {each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"} == {1}
    engine._kit.cache_clear()
