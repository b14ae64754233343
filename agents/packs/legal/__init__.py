"""Courts of the United States, and the reporters, statutes and journals that lawyers cite."""
