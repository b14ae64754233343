"""The agents of a run, one a file; each is `async def step(state, kit, emit) -> State`."""
