"""The press services of bodies, and whom they show round."""
